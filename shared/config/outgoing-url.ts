import { z } from 'zod';

/**
 * Where messages may be posted to: only over TLS. What runs on this machine itself may be plain, for tests and local
 * runs. Private addresses are allowed: such a URL comes from the deployment's own configuration or secrets, never from
 * a sender, and a company's own receiver may well stand in its own network.
 */
export const outgoingUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/i.test(url), {
    error: 'an address that begins with https://',
  });
