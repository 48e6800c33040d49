/** One comparison: `domain-name:value = 'bad.example'`. */
export interface Comparison {
  readonly kind: 'comparison';
  /** `domain-name`. */
  readonly objectType: string;
  /** The labels behind the colon: `['hashes', 'SHA-256']`, `['dst_ref', 'value']`. */
  readonly path: readonly string[];
  /** Upper case: `=`, `!=`, `IN`, `LIKE`, `ISSUBSET`. */
  readonly operator: string;
  readonly isNegated: boolean;
  /** The strings compared with; none when it was compared with something that is no string. */
  readonly values: readonly string[];
}

/** What several expressions are joined by. */
export interface Junction {
  readonly kind: 'AND' | 'OR' | 'FOLLOWEDBY';
  readonly parts: readonly Expression[];
}

/** An expression with a condition about when or how often it must be seen: `REPEATS 5 TIMES`. */
export interface Qualified {
  readonly kind: 'qualified';
  readonly observation: Expression;
}

export type Expression = Comparison | Junction | Qualified;
