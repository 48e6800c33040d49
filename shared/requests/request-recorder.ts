import type { ReceivedRequest } from './received-request.ts';

export type RecordAnswer =
  | { readonly kind: 'recorded' }
  /** The same request id was recorded before; `bodySha256` is that of the first delivery. */
  | { readonly kind: 'duplicate'; readonly bodySha256: string };

/** Keeps accepted requests, so that anybody can ask what became of them. */
export interface RequestRecorder {
  /** Records once; a repeat changes nothing and says so. One call to AWS for a usual request. */
  record(request: ReceivedRequest): Promise<RecordAnswer>;
}
