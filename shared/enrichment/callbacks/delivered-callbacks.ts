/** Remembers what was delivered, so that a repeat of a result is not posted again. */
export interface DeliveredCallbacks {
  has(eventId: string): Promise<boolean>;
  add(eventId: string): Promise<void>;
}
