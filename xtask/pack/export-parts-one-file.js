// What is loaded only when someone exports, shares or compares, where all of it is one file: in the file itself.
import makeGlue from 'reperes:export-glue';
import style from 'reperes:more-style';
import { unpacked } from './parts-one-file.js';

export const loadMoreStyle = async () => style;

export const loadExportGlue = async () => makeGlue();

export const compileExport = () => unpacked('reperes-export');
