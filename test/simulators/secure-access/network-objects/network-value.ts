import { z } from 'zod';
import { addressForms } from '../../cloud/address-forms.ts';

/** An object's type with one address of that form. */
export const networkValueSchema = z
  .strictObject({
    type: z.enum(['host', 'network', 'range', 'fqdn']),
    addresses: z.tuple([z.string().min(1)]),
  })
  .superRefine(({ type, addresses: [address] }, context) => {
    if (addressForms[type](address)) return;
    context.addIssue({ code: 'custom', path: ['addresses'], message: `${address} is no ${type}` });
  });

export type NetworkValue = z.infer<typeof networkValueSchema>;

/** The address of a value. */
export function addressOf({ addresses: [address] }: NetworkValue): string {
  return address;
}
