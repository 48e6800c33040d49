import { z } from 'zod';

/**
 * An event as EventBridge delivers it to a queue: the envelope, with the detail still unread.
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html
 */
export const busEventSchema = z.object({
  id: z.string().min(1),
  source: z.string(),
  'detail-type': z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.unknown(),
});

export type BusEvent = z.infer<typeof busEventSchema>;
