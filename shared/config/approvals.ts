import { z } from 'zod';

/** Where people hear that something waits for them. The message always goes to the approvals topic (SNS) as well. */
export const approvalsSchema = z
  .strictObject({
    linkValidHours: z
      .int()
      .min(1)
      .max(168)
      .default(24)
      .describe('How long the link in the message can be used. Afterwards only the operator route decides.'),
    email: z.email().optional().describe('Who gets the messages; must confirm the subscription once.'),
    chat: z
      .enum(['slack', 'teams'])
      .optional()
      .describe(
        'A chat channel that gets the messages too. Its incoming webhook URL is kept in the secret approvals/chat-webhook.',
      ),
  })
  .prefault({});

export type ApprovalSettings = z.infer<typeof approvalsSchema>;
