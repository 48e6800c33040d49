import { z } from 'zod';

/**
 * The name of an HTTP header, in any case.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.1
 */
export const headerNameSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'the name of a header, such as X-Signature');
