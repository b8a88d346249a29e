/** What the shell of every page says and needs: who can see this, how much there is, the styles. */
export interface Frame {
  readonly audience: 'desk' | 'public'
  /** Cables in the edition; absent where none can be opened. */
  readonly cables?: number
  /** Number of the public release. */
  readonly release?: number
  /** Time of the edition, ISO 8601. */
  readonly date: string
  /** Desk only: items set aside at the ingest. */
  readonly quarantined?: number
  /** The archive holds a sample collection: every page says "Invented example". */
  readonly invented: boolean
  /** Address of the stylesheet. */
  readonly stylesheet: string
  /** Address of the icon. */
  readonly icon: string
}
