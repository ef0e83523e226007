import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

const A_SCREENFUL = 20;

interface Asked {
  query: { limit: number; cursor?: string };
  signal: AbortSignal;
}

/** A log, newest first, a screenful at a time. */
export function useNewestFirst<T>(
  queryKey: QueryKey,
  ask: (asked: Asked) => Promise<{ items: T[]; next: string | null }>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      ask({ query: { limit: A_SCREENFUL, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
