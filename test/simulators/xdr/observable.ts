import { z } from 'zod';

export const observableSchema = z.object({ type: z.string().min(1), value: z.string().min(1) });
export type Observable = z.infer<typeof observableSchema>;

/** One text for an observable: `domain:bad.example`. */
export function observableKey({ type, value }: Observable): string {
  return `${type}:${value}`;
}
