namespace Renderacre.Contracts.Workers;

/// <summary>A graphics card, or a part of one, that a worker gives to sessions as a whole.</summary>
/// <param name="Id">Vendor and the name that the vendor's software knows it by, such as <c>nvidia:0</c>.</param>
/// <param name="Name">The model, or null where it is not known.</param>
/// <param name="MemoryMib">Its memory in MiB, or null where it is not known.</param>
public sealed record GpuDevice(string Id, string? Name, long? MemoryMib);
