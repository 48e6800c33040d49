import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/** An integration of XDR with a product or a feed, as the organisation has set it up. */
export interface XdrModule {
  /** As people see it in the console. */
  readonly name: string;
  /** Of this organisation's instance: what calls and configuration name. */
  readonly instanceId: string;
}

/** What a module could not answer. It comes under HTTP 200, beside the answers of the others. */
export interface ModuleError {
  /** `undefined` when the answer does not say whose error it is. */
  readonly module: XdrModule | undefined;
  /** As the module calls it: behind a `warning` there may be an answer in part. */
  readonly severity: 'fatal' | 'error' | 'warning';
  /** Free text of the module's own, or {@link unreadableCode}. */
  readonly code: string;
  readonly message: string;
}

/** Answers of several modules, and what others could not answer. Neither is complete without the other. */
export interface ModuleAnswers<Answer> {
  readonly answers: readonly Answer[];
  readonly errors: readonly ModuleError[];
}

/** Our own code, for an answer that is not in the documented form. */
export const unreadableCode = 'unreadable-answer';

/** The members by which an answer or an error names its module. `module` is not always there. */
const moduleFields = {
  module: z.string().optional().catch(undefined),
  module_instance_id: z.string().min(1),
};

/** The module that an answer is of. */
export const moduleSchema = z.object(moduleFields).transform(
  (fields): XdrModule => ({
    name: redactVendorText(fields.module || fields.module_instance_id),
    instanceId: fields.module_instance_id,
  }),
);

const errorFieldsSchema = z.object({
  code: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
  type: z.enum(['fatal', 'error', 'warning']).optional().catch(undefined),
});

/** Reads one error. It never fails, since an error that cannot be read is still an error. */
const moduleErrorSchema = z.unknown().transform((body): ModuleError => {
  const { code, message, type } = errorFieldsSchema.catch({}).parse(body);
  return {
    module: moduleSchema.safeParse(body).data,
    severity: type ?? 'error',
    code: redactVendorText(code ?? unreadableCode),
    message: redactVendorText(message ?? 'the module gives no reason'),
  };
});

/** The errors beside an answer; there may be none. */
export const moduleErrorsSchema = z
  .array(moduleErrorSchema)
  .nullish()
  .transform((errors) => errors ?? []);

/** An answer that is there and says nothing to us: an error of its module. */
export function unreadableAnswer(module: XdrModule | undefined, what: string): ModuleError {
  return { module, severity: 'error', code: unreadableCode, message: `not in the documented form: ${what}` };
}

/**
 * Reads `{ "data": […], "errors": […] }`, of which either may be missing. An item that is not in its form becomes an
 * error of its module, so that one module with a form of its own does not cost the answers of the others.
 */
export function moduleAnswersSchema<Answer>(itemSchema: z.ZodType<Answer>): z.ZodType<ModuleAnswers<Answer>> {
  return z
    .object({ data: z.array(z.unknown()).nullish(), errors: moduleErrorsSchema })
    .transform(({ data, errors }) => {
      const answers: Answer[] = [];
      const unreadable: ModuleError[] = [];
      for (const item of data ?? []) {
        const parsed = itemSchema.safeParse(item);
        if (parsed.success) answers.push(parsed.data);
        else unreadable.push(unreadableAnswer(moduleSchema.safeParse(item).data, whereIn(parsed.error)));
      }
      return { answers, errors: [...errors, ...unreadable] };
    });
}

function whereIn(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
}
