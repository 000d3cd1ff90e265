// The program of the thread that learns: texts in, what was learned from them out. It says nothing else and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { trainedToBytes, type Described } from '../understanding/find.js'
import { trainFinder } from '../understanding/train-finder.js'

parentPort?.postMessage(trainedToBytes(trainFinder(workerData as Described[])))
