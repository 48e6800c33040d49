import { z } from 'zod';
import { addressForms } from '../../cloud/address-forms.ts';

export const objectSubtypes = ['host', 'range', 'cidr', 'fqdn'] as const;
export type ObjectSubtype = (typeof objectSubtypes)[number];

/** An object's subtype with a value of that form. */
export const objectValueSchema = z
  .strictObject({ subtype: z.enum(objectSubtypes), value: z.string().min(1).max(255) })
  .superRefine(({ subtype, value }, context) => {
    if (addressForms[subtype === 'cidr' ? 'network' : subtype](value)) return;
    context.addIssue({ code: 'custom', input: value, path: ['value'], message: `${value} is no ${subtype}` });
  });

export type ObjectValue = z.infer<typeof objectValueSchema>;

/** As the cloud computes it. */
export function ipVersionOf({ subtype, value }: ObjectValue): 'ipv4' | 'ipv6' | 'none' {
  if (subtype === 'fqdn') return 'none';
  return value.includes(':') ? 'ipv6' : 'ipv4';
}
