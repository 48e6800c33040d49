import type { Cloud } from '../cloud.ts';
import { countAll } from '../objects/count-objects.ts';

export interface ObjectsState {
  /** Network objects as the organisation's limit counts them, those inline in groups included. */
  readonly networkObjects: number;
  readonly networkGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    /** Values of the entries that stand in it without a name. */
    readonly entries: readonly string[];
    /** Names of the objects and groups in it. */
    readonly members: readonly string[];
  }[];
}

/** Network objects and groups at a glance. */
export function objectsState({ networkObjects }: Cloud): ObjectsState {
  return {
    networkObjects: countAll(networkObjects),
    networkGroups: networkObjects.groups().map((group) => ({
      id: group.id,
      name: group.name,
      version: group.version,
      entries: group.inlineObjects.map(({ value }) => value),
      members: [...group.memberObjectIds, ...group.memberGroupIds].flatMap(
        (id) => networkObjects.find(id)?.name ?? [],
      ),
    })),
  };
}
