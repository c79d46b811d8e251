using Renderacre.Worker;

return await WorkerProgram.RunAsync(args, [], CancellationToken.None);
