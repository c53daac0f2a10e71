package io.tollgate.broken.publicroom.order.web;

public class OrderController {}
