using OpenJd.Model.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Hosts;

/// <summary>Task parameters as the wire has them and as sessions take them.</summary>
internal static class TaskParameterMapping
{
    /// <summary>A parameter from the wire.</summary>
    /// <param name="parameter">The wire's parameter.</param>
    /// <exception cref="InvalidOperationException">The type is none of the specification's.</exception>
    public static TaskParameterValue FromWire(TaskParameter parameter) => new(
        parameter.Name,
        ParameterTypeNames.ParseTaskType(parameter.Type)
            ?? throw new InvalidOperationException($"{parameter.Name} has the unknown type {parameter.Type}"),
        parameter.Value);
}
