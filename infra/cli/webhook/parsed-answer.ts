import type { Answer } from './post-body.ts';

/** The JSON in an answer; nothing when it is none, as from another server than ours. */
export function parsedAnswer({ text }: Pick<Answer, 'text'>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
