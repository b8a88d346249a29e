/** Who an edition is for. A desk edition holds everything; a public one only what was decided. */
export type Audience = 'desk' | 'public'
