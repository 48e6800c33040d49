import type { ReceivedRequest } from './received-request.ts';

/** `duplicate`: the same request id was recorded before. */
export type RecordAnswer = 'recorded' | 'duplicate';

/** Keeps accepted requests, so that anybody can ask what became of them. */
export interface RequestRecorder {
  /** Records once; a repeat changes nothing and says so. One call to AWS for a usual request. */
  record(request: ReceivedRequest): Promise<RecordAnswer>;
}
