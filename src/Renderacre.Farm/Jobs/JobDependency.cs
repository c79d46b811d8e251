using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Jobs;

/// <summary>A job that another one waits for before anything of it starts.</summary>
/// <param name="Job">The job that is waited for.</param>
/// <param name="OnEnd">Whether its end is enough, however it ends; else it has to succeed.</param>
public sealed record JobDependency(JobId Job, bool OnEnd)
{
    /// <summary>Jobs that one may wait for, at most.</summary>
    public const int Max = 1000;
}
