import { z } from 'zod';

/** Text that may be missing. A member of another type says nothing, and must not hide what the others say. */
export const lenientText = z.string().optional().catch(undefined);
