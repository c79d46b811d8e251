using Renderacre.Worker.Machines;

namespace Renderacre.Worker.Resting;

/// <summary>That a worker works only where nobody has used its machine for a while.</summary>
/// <param name="Machine">Tells how long nobody has.</param>
/// <param name="Minutes">How long that must be, 1 or more.</param>
internal sealed record IdleRule(IIdleTime Machine, int Minutes)
{
    /// <summary>Makes the rule, if the machine can keep it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="minutes">The minutes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="WorkerException">The machine does not tell.</exception>
    public static async Task<IdleRule> MakeAsync(
        IIdleTime machine, int minutes, CancellationToken cancellationToken) =>
        await machine.ReadAsync(cancellationToken) is not null
            ? new IdleRule(machine, minutes)
            : throw new WorkerException(
                1, $"--when-idle: this machine does not tell how long nobody has used it; {machine.Needs} is needed");
}
