namespace Renderacre.Worker.Machines;

/// <summary>Ids of graphics cards: a vendor, a colon, and what the vendor's software calls the card.</summary>
internal static class GpuIds
{
    public const string Nvidia = "nvidia";
    public const string Amd = "amd";
    public const string Intel = "intel";
    public const string Apple = "apple";

    /// <summary>The vendors that there are.</summary>
    public static readonly IReadOnlyList<string> Vendors = [Nvidia, Amd, Intel, Apple];

    /// <summary>A card's id.</summary>
    public static string Make(string vendor, string handle) => $"{vendor}:{handle}";

    /// <summary>The vendor in a card's id.</summary>
    public static string VendorOf(string id) => id[..Math.Max(0, id.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>What the vendor's software calls the card.</summary>
    public static string HandleOf(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
