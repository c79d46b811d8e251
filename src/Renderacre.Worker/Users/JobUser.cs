namespace Renderacre.Worker.Users;

/// <summary>
/// The user that sessions run as instead of the worker's own. Worker and session host share files by a group that has
/// no other members.
/// </summary>
/// <param name="Name">The user.</param>
/// <param name="Group">The group that the user and the worker are in.</param>
/// <param name="GroupId">The group's number.</param>
internal sealed record JobUser(string Name, string Group, uint GroupId);
