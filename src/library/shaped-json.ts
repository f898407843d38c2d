import type { ZodType } from 'zod';

/** What a JSON text holds; null where it is none, or of another shape. */
export function shapedJson<Shape>(text: string, shape: ZodType<Shape>): Shape | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
