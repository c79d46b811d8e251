using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines;

/// <summary>What this worker may use of the machine that it runs on.</summary>
internal interface IMachine
{
    /// <summary>
    /// Virtual CPUs that this process may use, 1 or more: what the affinity and the CPU limit of its container leave,
    /// rounded up.
    /// </summary>
    int VirtualCpus { get; }

    /// <summary>Bytes of memory that this process may use; null where the system does not tell.</summary>
    long? MemoryBytes { get; }

    /// <summary>Graphics cards that the system itself tells of, in the order in which their software counts.</summary>
    IReadOnlyList<GpuDevice> Gpus { get; }
}
