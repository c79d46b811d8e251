using Renderacre.Farm.Events;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A live lease as the events tell it.</summary>
internal sealed class LedgerLease(LeaseGranted granted)
{
    public LeaseGranted Granted { get; } = granted;

    public bool Started { get; set; }

    public bool Stopping { get; set; }

    public bool Revoked { get; set; }
}
