using Renderacre.Bench.FarmEdge;

// What the controller's edge carries, beside yardsticks of the same run: single durable commands over HTTP, sync in
// batches, the way from a submission to an idle worker, many idle workers at once, and log bytes. Arguments: the
// farm-controller to measure, then which parts (commands, sync, idle, crowd, logs); without any, all of them.
if (args is ["serve", string kind, string folder])
    return await YardstickServer.RunAsync(kind, folder);
if (args.Length == 0)
    throw new ArgumentException("usage: farm-edge PATH-OF-FARM-CONTROLLER [commands] [sync] [idle] [crowd] [logs]");
string program = args[0];
Dictionary<string, Func<string, Task>> parts = new()
{
    ["commands"] = CommandLoad.ReportAsync,
    ["sync"] = SyncLoad.ReportAsync,
    ["idle"] = IdleWorker.ReportAsync,
    ["crowd"] = Crowd.ReportAsync,
    ["logs"] = LogLoad.ReportAsync,
};
foreach (string part in args.Length > 1 ? args[1..] : [.. parts.Keys])
    await parts[part](program);
return 0;
