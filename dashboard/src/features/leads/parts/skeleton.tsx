import { ListSkeleton } from "@/ui/list-skeleton";

export function LeadsSkeleton() {
  return <ListSkeleton label="Loading leads" row="h-24 md:h-15" />;
}
