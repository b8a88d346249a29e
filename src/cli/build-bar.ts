import type { PressProgress } from '../desk/build.ts'
import { Progress } from './progress.ts'

const titles: Readonly<Record<PressProgress['step'], string>> = {
  look: 'Looking through:',
  write: 'Edition:',
}

/** The bar of a build: one for looking at what is held, one for writing the edition. */
export class BuildBar {
  #step: PressProgress['step'] | undefined
  #progress = new Progress(titles.look)

  readonly show = ({ step, cables, total }: PressProgress): void => {
    if (step !== this.#step) {
      // A bar of its own, so that rate and time left are those of this step.
      this.#progress.end()
      this.#progress = new Progress(titles[step])
      this.#step = step
    }
    this.#progress.show({ items: cables, itemsTotal: total })
  }

  /** Clears the bar, so that sentences follow on a line of their own. */
  end(): void {
    this.#progress.end()
  }
}
