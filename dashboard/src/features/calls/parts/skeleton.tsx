import { ListSkeleton } from "@/ui/list-skeleton";

export function CallsSkeleton() {
  return <ListSkeleton label="Loading calls" row="h-18 md:h-13" />;
}
