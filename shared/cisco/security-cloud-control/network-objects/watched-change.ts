import type { NetworkGroup } from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';
import { changeGroup, contentOf, type GroupContent, type GroupWrite } from './write-groups.ts';

/** Tells a person that a group was written by two at once. */
export type Warn = (message: string) => void;

/**
 * Changes a group, and sees by its version whether somebody else has changed it since it was read. The API takes no
 * version, so a change cannot be made to fail for it: what the other has added in between may be gone, and a person is
 * told to look.
 */
export async function watchedChange(
  client: ObjectsClient,
  group: NetworkGroup,
  change: Partial<GroupContent>,
  warn: Warn,
): Promise<GroupWrite> {
  const write = await changeGroup(client, group.id, { ...contentOf(group), ...change });
  const before = group.version;
  const after = write.kind === 'written' ? write.group.version : undefined;
  if (before !== undefined && after !== undefined && after > before + 1) {
    warn(
      `The network group ${group.name} was changed by somebody else while it was written (version ${before} was read, ${after} came out): what was added by hand in these seconds may be missing. Look in the console.`,
    );
  }
  return write;
}
