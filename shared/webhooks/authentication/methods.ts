import type { AuthenticationScheme } from '../../config/connection.ts';
import type { AuthenticationMethod } from './authentication.ts';
import { bearerToken } from './bearer-token.ts';
import { standardWebhooks } from './standard-webhooks.ts';

/** The method of each scheme that a connection may be configured with. */
export const authenticationMethods: Readonly<Record<AuthenticationScheme, AuthenticationMethod>> = {
  'standard-webhooks': standardWebhooks,
  'bearer-token': bearerToken,
};
