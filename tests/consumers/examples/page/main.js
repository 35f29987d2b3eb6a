import 'reperes/define';
import { read } from 'reperes';

read('Claire Morel a dit « oui ».').then(({ entities }) => document.documentElement.setAttribute('data-read', entities[0].name));
