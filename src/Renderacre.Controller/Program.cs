using Renderacre.Controller;

return await ControllerProgram.RunAsync(args, CancellationToken.None);
