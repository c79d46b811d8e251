namespace Renderacre.Farm.Limits;

/// <summary>
/// A limit and how much of it is held; amounts are scaled by <see cref="Requirements.AmountScale.Factor"/>.
/// </summary>
/// <param name="Row">As it is defined.</param>
/// <param name="Used">How much the farm holds.</param>
/// <param name="Room">How much more it may hold; negative where a lowered limit is overdrawn.</param>
/// <param name="Holders">The jobs that hold most, those with most first.</param>
public sealed record LimitUse(LimitRow Row, long Used, long Room, IReadOnlyList<LimitShare> Holders);
