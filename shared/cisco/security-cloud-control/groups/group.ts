import { z } from 'zod';
import { type Group, groupIdSchema } from '../../../people/groups.ts';
import { lenientText } from '../lenient-text.ts';

export const groupSchema = z.object({ id: groupIdSchema, name: lenientText, type: lenientText });

export const groupsAnswerSchema = z.object({ groups: z.array(groupSchema) });

/**
 * The group as the rest of the project knows groups. One without a type is taken for local, as most are; whoever
 * removes somebody from groups looks afterwards whether they are still disabled.
 */
export function groupOf({ id, name, type }: z.infer<typeof groupSchema>): Group {
  return { id, name: name ?? id, membersManagedBy: managerOf(type) };
}

function managerOf(type: string | undefined): Group['membersManagedBy'] {
  switch (type) {
    case 'Local':
    case undefined:
      return 'us';
    case 'Federated':
      return 'identity-provider';
    case 'Shared':
      return 'another-organisation';
    // System, and whatever may come: not ours to change.
    default:
      return 'platform';
  }
}
