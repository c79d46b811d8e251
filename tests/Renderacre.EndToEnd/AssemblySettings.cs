// Every farm is several processes; more of them at a time than this only make each other late.
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
