import { z } from 'zod';

/**
 * A member that nothing depends on: whatever stands there, the body is taken, and `read` makes of it what it can.
 * A body is refused only for what its indicators depend on.
 */
export function softField<Value>(read: (field: unknown) => Value) {
  return z.unknown().optional().transform(read);
}
