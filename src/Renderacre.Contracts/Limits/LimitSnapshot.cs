namespace Renderacre.Contracts.Limits;

/// <summary>A limit and its use.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time.</param>
/// <param name="Used">How many are held.</param>
/// <param name="Available">How many more may be held; 0 where a lowered limit is overdrawn.</param>
public sealed record LimitSnapshot(string Name, int MaxCount, int Used, int Available);
