import type { DatabaseSync } from 'node:sqlite'
import { schema1 } from './schema-1.ts'
import { toFormat2 } from './schema-2-step.ts'

/**
 * One step of the vault's format, from `user_version` N to N + 1: SQL, or code that runs inside the
 * one transaction of the migration. Steps are never changed once released, only added.
 */
export type SchemaStep = string | ((db: DatabaseSync) => void)

/** All steps, oldest first; their count is the version this program writes. */
export const schemaSteps: readonly SchemaStep[] = [schema1, toFormat2]
