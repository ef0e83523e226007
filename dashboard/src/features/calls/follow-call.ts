import { useQueryClient } from "@tanstack/react-query";
import { useFrames } from "@/live/live-context";
import { type CallDetail, callKey, newerOf } from "./cache";

/**
 * Keeps one call in step with frames. A frame has what the list shows of a call; messages, events and what the CRM was
 * told are asked for again.
 */
export function useFollowCall(callId: string) {
  const queries = useQueryClient();
  useFrames((frame) => {
    if (frame.type !== "call.updated" || frame.data.id !== callId) {
      return;
    }
    queries.setQueryData<CallDetail>(callKey(callId, "call"), (call) => call && newerOf(call, frame.data));
    void queries.invalidateQueries({ queryKey: ["calls", "one", callId] });
  });
}
