// Runs a WebAssembly program for WASI under node: node run.mjs PROGRAM
import { readFile } from 'node:fs/promises'

process.removeAllListeners('warning') // node calls its own WASI experimental
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.error(warning)
})
const { WASI } = await import('node:wasi')
const wasi = new WASI({ version: 'preview1', args: ['bits'], returnOnExit: true })
const module = await WebAssembly.compile(await readFile(process.argv[2]))
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport })
process.exitCode = wasi.start(instance)
