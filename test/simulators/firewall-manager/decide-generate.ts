import type { Settings } from './settings.ts';

/** What becomes of a request to generate a token. */
export type Generation =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'same'; readonly token: string }
  | { readonly kind: 'another'; readonly liveTokensDie: boolean };

/** Decides what generating does to a user who may have a live token already, which is not documented. */
export function decideGenerate(
  newestLiveToken: string | undefined,
  { generateWithLiveToken }: Settings,
): Generation {
  if (newestLiveToken === undefined) return { kind: 'another', liveTokensDie: false };
  switch (generateWithLiveToken) {
    case 'refuses':
      return { kind: 'refused', message: 'The user already has an API token' };
    case 'same':
      return { kind: 'same', token: newestLiveToken };
    case 'adds':
      return { kind: 'another', liveTokensDie: false };
    case 'replaces':
      return { kind: 'another', liveTokensDie: true };
  }
}
