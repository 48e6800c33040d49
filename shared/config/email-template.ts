import { z } from 'zod';

/** What a template of mail addresses may name, between braces. */
export const emailTemplateParts = [
  'firstName',
  'lastName',
  'firstInitial',
  'lastInitial',
  'employeeId',
] as const;
export type EmailTemplatePart = (typeof emailTemplateParts)[number];

const placeholder = new RegExp(`\\{(?:${emailTemplateParts.join('|')})\\}`, 'g');

/** How a company makes addresses out of names, such as `{firstName}.{lastName}@corp.example`. */
export const emailTemplateSchema = z
  .string()
  .max(200)
  .regex(/^[^@\s]+@[a-z0-9.-]+\.[a-z0-9-]+$/, 'a template such as {firstName}.{lastName}@corp.example')
  .refine((template) => !/[{}]/.test(template.replaceAll(placeholder, '')), {
    error: `only ${emailTemplateParts.map((part) => `{${part}}`).join(', ')} may stand in braces`,
  })
  .refine((template) => /\{(?:lastName|employeeId)\}/.test(template), {
    error: 'name at least {lastName} or {employeeId}: else several people get the same address',
  });
