import { isIP } from 'node:net';
import { z } from 'zod';

export const objectSubtypes = ['host', 'range', 'cidr', 'fqdn'] as const;
export type ObjectSubtype = (typeof objectSubtypes)[number];

/** An object's subtype with a value of that form. */
export const objectValueSchema = z
  .strictObject({ subtype: z.enum(objectSubtypes), value: z.string().min(1).max(255) })
  .superRefine(({ subtype, value }, context) => {
    if (isOfSubtype(subtype, value)) return;
    context.addIssue({ code: 'custom', input: value, path: ['value'], message: `${value} is no ${subtype}` });
  });

export type ObjectValue = z.infer<typeof objectValueSchema>;

function isOfSubtype(subtype: ObjectSubtype, value: string): boolean {
  switch (subtype) {
    case 'host':
      return isIP(value) !== 0;
    case 'cidr': {
      const [address = '', length = '', ...rest] = value.split('/');
      const most = isIP(address) === 4 ? 32 : 128;
      return isIP(address) !== 0 && /^\d{1,3}$/.test(length) && Number(length) <= most && rest.length === 0;
    }
    case 'range': {
      const [first = '', last = '', ...rest] = value.split('-');
      return isIP(first) !== 0 && isIP(first) === isIP(last) && rest.length === 0;
    }
    case 'fqdn':
      return /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}\.?$/i.test(value);
  }
}

/** As the cloud computes it. */
export function ipVersionOf({ subtype, value }: ObjectValue): 'ipv4' | 'ipv6' | 'none' {
  if (subtype === 'fqdn') return 'none';
  return value.includes(':') ? 'ipv6' : 'ipv4';
}
