using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Rows;

/// <summary>A place in the list of workers.</summary>
/// <param name="Name">The name of the worker there.</param>
/// <param name="Worker">The worker there.</param>
public readonly record struct WorkerCursor(string Name, WorkerId Worker);
