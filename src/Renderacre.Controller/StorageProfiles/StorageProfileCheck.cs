using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.StorageProfiles;

/// <summary>What a storage profile has to be.</summary>
internal static class StorageProfileCheck
{
    private const int LocationsMax = 100;
    private const int PathMax = 4096;

    /// <summary>Checks a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    public static void Check(StorageProfile profile, FaultList faults)
    {
        TextRules.CheckName("name", profile.Name, faults);
        if (!Enum.IsDefined(profile.OsFamily))
            faults.Add("os_family", $"is {profile.OsFamily}; linux, macos or windows is wanted");
        if (profile.Locations.Count is 0 or > LocationsMax)
            faults.Add("locations", $"has {profile.Locations.Count} entries; 1 to {LocationsMax} are possible");
        for (int at = 0; at < profile.Locations.Count; at++)
            Check($"locations[{at}]", profile.Locations[at], profile.OsFamily, faults);
        if (faults.IsEmpty)
            CheckTogether(profile, faults);
    }

    private static void Check(string field, StorageLocation? location, OsFamily family, FaultList faults)
    {
        if (location is null)
        {
            faults.Add(field, "is null; give a location");
            return;
        }
        TextRules.CheckName($"{field}.name", location.Name, faults);
        if (!Enum.IsDefined(location.Type))
            faults.Add($"{field}.type", $"is {location.Type}; shared or local is wanted");
        if (PathFault(location.Path, family) is { } fault)
            faults.Add($"{field}.path", fault);
    }

    private static string? PathFault(string text, OsFamily family)
    {
        if (text.Length > PathMax)
            return $"has {text.Length} characters; at most {PathMax} are possible";
        StoragePath path = StoragePath.Of(text, family);
        if (!path.IsAbsolute)
            return $"'{text}' is no absolute path; one such as {Wanted(family)} is wanted";
        return path.LeadsUp ? $"'{text}' has '..' in it; write the path that is meant" : null;
    }

    private static string Wanted(OsFamily family) => family == OsFamily.Windows
        ? @"S:\show, \\server\show or s3://bucket/show"
        : "/mnt/show or s3://bucket/show";

    private static void CheckTogether(StorageProfile profile, FaultList faults)
    {
        for (int at = 1; at < profile.Locations.Count; at++)
        {
            foreach (StorageLocation earlier in profile.Locations.Take(at))
                CheckPair($"locations[{at}]", profile.Locations[at], earlier, profile.OsFamily, faults);
        }
    }

    private static void CheckPair(
        string field, StorageLocation location, StorageLocation earlier, OsFamily family, FaultList faults)
    {
        if (location.Name == earlier.Name)
            faults.Add($"{field}.name", $"'{location.Name}' is the name of another location too");
        StoragePath path = StoragePath.Of(location.Path, family);
        StoragePath other = StoragePath.Of(earlier.Path, family);
        if (path.Holds(other) || other.Holds(path))
        {
            faults.Add(
                $"{field}.path",
                $"'{location.Path}' and '{earlier.Path}' of location '{earlier.Name}' lie in each other");
        }
    }
}
