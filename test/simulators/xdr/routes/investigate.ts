import { ok } from '../../http/answer.ts';
import type { Route } from '../route.ts';

/** The page that an investigate link opens; here it only repeats what would be looked at. */
export const investigateRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/investigate',
    access: 'open',
    handle: ({ query }) => ok(`Investigation of:\n${query.get('q') ?? ''}\n`),
  },
];
