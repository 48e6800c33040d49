import { type Answer, ok } from '../../http/answer.ts';
import type { Cloud } from '../cloud.ts';
import type { DestinationList } from '../destination-list.ts';
import { organisationId } from '../destination-lists.ts';

/** The part of an answer that a client must look at before it believes the HTTP status. */
export const successStatus = { code: 200, text: 'OK' } as const;

/** A list as the cloud shows it, with every count. */
export function listBody(list: DestinationList) {
  return {
    ...propertiesBody(list),
    meta: {
      destinationCount: list.size,
      domainCount: list.count('domain'),
      urlCount: list.count('url'),
      ipv4Count: list.count('ipv4'),
      ipv6Count: list.count('ipv6'),
      applicationCount: 0,
    },
  };
}

/** The answer to a change: the list, of whose counts the examples show `destinationCount` only. */
export function changedListAnswer(list: DestinationList, cloud: Cloud): Answer {
  const meta = cloud.settings.destinationCount === 'present' ? { destinationCount: list.size } : {};
  return ok({ status: successStatus, data: { ...propertiesBody(list), meta } });
}

function propertiesBody({ properties, createdAt, modifiedAt }: DestinationList) {
  return {
    id: properties.id,
    organizationId: organisationId,
    access: properties.access,
    isGlobal: properties.isGlobal,
    name: properties.name,
    // Described as a required integer; real answers hold null.
    thirdpartyCategoryId: null,
    createdAt: epochSeconds(createdAt),
    modifiedAt: epochSeconds(modifiedAt),
    isMspDefault: false,
    markedForDeletion: properties.markedForDeletion,
    bundleTypeId: 2,
  };
}

function epochSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1_000);
}
