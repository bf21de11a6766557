import { useState } from 'react';
import type { UseCases } from '../../../usecases/contract';
import { download, savingWay } from '../../saving';
import type { SavingWay } from '../../saving';
import type { EarlyViewProps } from '../../view';

/** A file as the use cases give it. */
interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that has been handed to the user, and how. */
export interface HandedFile<F extends MadeFile> {
  readonly file: F;
  readonly way: SavingWay;
}

export interface FileMaking<F extends MadeFile> {
  readonly isMaking: boolean;
  /** The last one; null: none yet, or it could not be made, which the shell says. */
  readonly handed: HandedFile<F> | null;
  readonly make: (produce: (useCases: UseCases) => Promise<F>) => Promise<void>;
}

/** Makes a file and hands it to the user the way this Excel has for it. */
export function useFile<F extends MadeFile>({
  ask,
  canSave,
}: Pick<EarlyViewProps, 'ask' | 'canSave'>): FileMaking<F> {
  const [isMaking, setMaking] = useState(false);
  const [handed, setHanded] = useState<HandedFile<F> | null>(null);
  const make = async (produce: (useCases: UseCases) => Promise<F>) => {
    if (isMaking) return;
    setMaking(true);
    setHanded(null);
    const end = await ask(async (useCases): Promise<HandedFile<F>> => {
      const file = await produce(useCases);
      const way = savingWay(canSave, file.name);
      if (way === 'window') await useCases.openAsWorkbook(file.bytes);
      if (way === 'download') download(file.name, file.bytes);
      return { file, way };
    });
    setMaking(false);
    setHanded(end);
  };
  return { isMaking, handed, make };
}
