namespace Renderacre.Farm.Ids;

/// <summary>Proves that a worker holds a lease: 128 bits that nobody else knows.</summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
public readonly record struct LeaseToken(ulong High, ulong Low);
