import { z } from 'zod'
import { ListedCode } from '../lists.ts'
import { oneOf } from './one-of.ts'
import { defineOperator } from './operator.ts'

/** The fact is one of the codes written here. */
export const isIn = defineOperator(z.array(ListedCode).min(1), (codes) => oneOf(codes))
